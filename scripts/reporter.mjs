// A quiet reporter for node:test: a dot a test, whole failures, the reasons of what was skipped, one closing line.

export default async function* reporter(source) {
  const count = { passed: 0, failed: 0, skipped: 0 }
  const reasons = new Map()
  const failures = []
  let dots = 0
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || type === 'test:stdout') {
      yield data.message
      continue
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue
    // A whole suite that is skipped is one skipped test with its reason.
    const skippedSuite = data.details?.type === 'suite' && data.skip !== undefined
    if (!skippedSuite && (data.details?.type === 'suite' || data.file === data.name)) {
      if (type === 'test:fail' && data.details?.error?.failureType !== 'subtestsFailed')
        failures.push(data)
      continue
    }
    if (data.skip !== undefined) {
      count.skipped++
      const reason = typeof data.skip === 'string' ? data.skip : 'no reason given'
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    } else if (type === 'test:pass') count.passed++
    else if (data.details?.error?.failureType !== 'subtestsFailed') {
      count.failed++
      failures.push(data)
    }
    yield data.skip !== undefined ? '-' : type === 'test:pass' ? '.' : 'X'
    if (++dots % 100 === 0) yield '\n'
  }
  yield '\n'
  for (const { name, file, line, details } of failures) {
    const error = details?.error
    yield `\n✖ ${name}  (${file}:${line})\n${error?.cause?.stack ?? error?.cause ?? error?.message ?? ''}\n`
  }
  for (const [reason, times] of reasons) yield `skipped ${times}: ${reason}\n`
  yield `\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`
}
