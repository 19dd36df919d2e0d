// How people take part in learning and assessment (Annex I element 10).
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const modes = conceptList(
  'form of participation',
  'http://data.europa.eu/snb/learning-assessment/25831c2',
  [
    ['workbased', '729f3bed4b', 'Workbased'],
    ['project-based', '7813801c77', 'Project based', { es: 'Basado en proyectos' }],
    ['presential', '9191af2ed9', 'Presential', { es: 'Presencial' }],
    ['online', '920fbb3cbe', 'Online', { es: 'En línea' }],
    ['blended', 'e92d221e4d', 'Blended'],
    ['research-lab-based', 'ed4c557045', 'Research-Lab based'],
    ['hybrid', 'c_3a90b26d', 'Hybrid'],
  ],
  {
    'on-site': 'presential',
    onsite: 'presential',
    'face-to-face': 'presential',
    'in-person': 'presential',
    distance: 'online',
    'work-based': 'workbased',
  },
)
