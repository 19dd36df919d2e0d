// Whether an entitlement is held or only in prospect.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const entitlementStatuses = conceptList(
  'entitlement status',
  'http://data.europa.eu/snb/entitlement-status/25831c2',
  [
    ['prospective', '5b8d6b34fb', 'prospective', { es: 'prospectivo' }],
    ['actual', 'b7015a8a8c', 'actual', { es: 'efectivo' }],
  ],
)
