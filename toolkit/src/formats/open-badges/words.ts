// The headings of the criteria text, in the languages of the example alliance. They are also how the
// text is read back into the model.

export const sections = [
  'assessment',
  'activities',
  'prerequisites',
  'need',
  'targetGroup',
  'validation',
  'qualification',
  'further',
] as const
export type Section = (typeof sections)[number]

type Headings = Readonly<Record<Section, string>>

const english: Headings = {
  assessment: 'Assessment and criteria',
  activities: 'Learning activities',
  prerequisites: 'Prerequisites',
  need: 'Why this micro-credential',
  targetGroup: 'For whom',
  validation: 'Validation of prior learning',
  qualification: 'Part of the qualification',
  further: 'Further information',
}

const headings: Readonly<Record<string, Headings>> = {
  en: english,
  es: {
    assessment: 'Evaluación y criterios',
    activities: 'Actividades de aprendizaje',
    prerequisites: 'Requisitos previos',
    need: 'Por qué esta microcredencial',
    targetGroup: 'Para quién',
    validation: 'Validación de aprendizajes previos',
    qualification: 'Parte de la titulación',
    further: 'Más información',
  },
  de: {
    assessment: 'Prüfung und Kriterien',
    activities: 'Lernaktivitäten',
    prerequisites: 'Voraussetzungen',
    need: 'Warum dieses Microcredential',
    targetGroup: 'Für wen',
    validation: 'Anerkennung früheren Lernens',
    qualification: 'Teil des Abschlusses',
    further: 'Weitere Informationen',
  },
  fr: {
    assessment: 'Évaluation et critères',
    activities: 'Activités d’apprentissage',
    prerequisites: 'Prérequis',
    need: 'Pourquoi cette microcertification',
    targetGroup: 'Pour qui',
    validation: 'Validation des acquis',
    qualification: 'Partie de la certification',
    further: 'Informations complémentaires',
  },
  it: {
    assessment: 'Valutazione e criteri',
    activities: 'Attività di apprendimento',
    prerequisites: 'Prerequisiti',
    need: 'Perché questa microcredenziale',
    targetGroup: 'Per chi',
    validation: 'Convalida dell’apprendimento pregresso',
    qualification: 'Parte del titolo',
    further: 'Ulteriori informazioni',
  },
  pt: {
    assessment: 'Avaliação e critérios',
    activities: 'Atividades de aprendizagem',
    prerequisites: 'Pré-requisitos',
    need: 'Porquê esta microcredencial',
    targetGroup: 'Para quem',
    validation: 'Validação de aprendizagens anteriores',
    qualification: 'Parte da qualificação',
    further: 'Mais informações',
  },
  pl: {
    assessment: 'Ocena i kryteria',
    activities: 'Działania edukacyjne',
    prerequisites: 'Wymagania wstępne',
    need: 'Dlaczego to mikropoświadczenie',
    targetGroup: 'Dla kogo',
    validation: 'Walidacja wcześniejszego uczenia się',
    qualification: 'Część kwalifikacji',
    further: 'Dodatkowe informacje',
  },
  lt: {
    assessment: 'Vertinimas ir kriterijai',
    activities: 'Mokymosi veikla',
    prerequisites: 'Išankstiniai reikalavimai',
    need: 'Kodėl šis mikrokredencialas',
    targetGroup: 'Kam skirta',
    validation: 'Ankstesnio mokymosi pripažinimas',
    qualification: 'Kvalifikacijos dalis',
    further: 'Papildoma informacija',
  },
}

export function heading(section: Section, language: string): string {
  return (headings[language] ?? headings[language.split('-')[0] ?? ''] ?? english)[section]
}

/** The section a heading names, in whatever language. */
export function sectionOf(title: string): Section | undefined {
  return sections.find((section) =>
    Object.values(headings).some((known) => known[section] === title),
  )
}
