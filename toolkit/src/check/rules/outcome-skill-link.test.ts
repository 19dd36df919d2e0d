import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ofAnEmployer, placesOf, sample } from '../sample.ts'
import { outcomeSkillLink } from './outcome-skill-link.ts'

test('a design that links nothing is found once', () => {
  assert.deepEqual(placesOf(outcomeSkillLink, ofAnEmployer), ['outcomes[LO1].skills'])
})

test('one link is enough: not everything has a public skill', () => {
  const one = sample((design) => void (design.outcomes[1] && (design.outcomes[1].skills = [])))
  assert.deepEqual(placesOf(outcomeSkillLink, one), [])
})
