// How widely a skill can be used again.
// Source: EU Publications Office / European Learning Model 3.2 lists, CC BY 4.0; codes and labels, written in our own form.

import { conceptList } from './list.ts'

export const reusabilityLevels = conceptList(
  'reusability level',
  'http://data.europa.eu/snb/skill-reuse-level/25831c2',
  [
    [
      'cross-sector',
      'cross-sector',
      'cross-sector skills and competences',
      { es: 'Capacidades y competencias transectoriales' },
    ],
    [
      'occupation-specific',
      'occupation-specific',
      'occupation specific skills and competences',
      {
        es: 'Capacidades y competencias específicas de la ocupación',
        de: 'berufsspezifische Fähigkeiten und Kompetenzen',
        fr: "Aptitudes et compétences spécifiques d'une profession",
        it: 'abilità e competenze specifiche della professione',
        pt: 'Aptidões e competências específicas de uma profissão',
        pl: 'umiejętności i kompetencje specyficzne dla zawodu',
        lt: 'konkrečios profesijos gebėjimai ir kompetencijos',
        ga: 'scileanna agus inniúlachtaí gairmshonracha',
      },
    ],
    [
      'sector-specific',
      'sector-specific',
      'sector specific skills and competences',
      { es: 'Capacidades y competencias específicas del sector' },
    ],
    ['transversal', 'transversal', 'transversal skills and competences'],
  ],
)
