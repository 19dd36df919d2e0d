import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placesOf, sample } from '../sample.ts'
import { validationRouteGiven } from './validation-route-given.ts'

test('silence about validation is found, and a route nobody explains', () => {
  const silent = sample((design) => void delete design.validationRoute)
  assert.deepEqual(placesOf(validationRouteGiven, silent), ['validationRoute'])
  const unexplained = sample((design) => void (design.validationRoute = { possible: true }))
  assert.deepEqual(placesOf(validationRouteGiven, unexplained), ['validationRoute.how'])
})

test('no is an answer', () => {
  const none = sample((design) => void (design.validationRoute = { possible: false }))
  for (const design of [none, sample()])
    assert.deepEqual(placesOf(validationRouteGiven, design), [])
})
