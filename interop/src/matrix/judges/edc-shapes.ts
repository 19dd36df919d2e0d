// The official SHACL shapes of the European Learning Model, run by rdf-validate-shacl. They see what is said, not who.

import { unlessPresent } from 'tessera/reference'
import { judge } from '../../edc-judge.ts'
import { whoSees, type Judge } from '../judge.ts'
import { contentOf, jwsOf } from './jws.ts'

export const edcShapes: Judge = {
  name: 'SHACL shapes',
  available: () => unlessPresent('elm/shapes/3.2') || undefined,
  expects: (exhibit) => (exhibit.kind === 'edc' ? whoSees(exhibit, ['profile']) : undefined),
  judge: async ({ bytes, asked }) => {
    const answer = await judge(contentOf(jwsOf(bytes)), asked?.profile)
    return answer.kind === 'verdict' && answer.conforms
      ? { outcome: 'accepted', said: 'conforms' }
      : { outcome: 'refused', said: JSON.stringify(answer).slice(0, 200) }
  },
}
