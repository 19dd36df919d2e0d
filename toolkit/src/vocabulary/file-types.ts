// File types a credential may carry; the part of the list we use. Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const fileTypes = conceptList(
  'file type',
  'http://publications.europa.eu/resource/authority/file-type',
  [
    ['PNG', 'PNG', 'PNG'],
    ['JPEG', 'JPEG', 'JPEG'],
    ['PDF', 'PDF', 'PDF'],
    ['SVG', 'SVG', 'SVG'],
    ['JSON', 'JSON', 'JSON'],
    ['JSON_LD', 'JSON_LD', 'JSON-LD'],
    ['XML', 'XML', 'XML'],
    ['HTML', 'HTML', 'HTML'],
    ['TXT', 'TXT', 'Plain text'],
    ['CSV', 'CSV', 'CSV'],
    ['ZIP', 'ZIP', 'ZIP'],
  ],
  {
    'image/png': 'PNG',
    'image/jpeg': 'JPEG',
    'application/pdf': 'PDF',
    'image/svg+xml': 'SVG',
    'application/json': 'JSON',
    'application/ld+json': 'JSON_LD',
    'application/xml': 'XML',
    'text/html': 'HTML',
    'text/plain': 'TXT',
    'text/csv': 'CSV',
    'application/zip': 'ZIP',
  },
)
