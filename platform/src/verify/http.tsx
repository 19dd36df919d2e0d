// Checking: bring a file, several, or text; read the answer. No account, nothing kept.

import { limits } from 'tessera/limits'
import { utf8 } from 'tessera/read/utf8'
import type { Asked, Route } from '../server/route.ts'
import { Button, ErrorSummary, Field, type Faults, Form, show } from '../web/components.ts'
import { timeInWords } from '../web/in-words.ts'
import { Answer, AnswerTable } from './answer.tsx'
import { type Brought, checkFiles, mostFiles } from './check-files.ts'
import { canCheckOnDevice, onThisDevice } from './on-this-device.ts'

function Question({ asked, faults }: { asked: Asked; faults: Faults }) {
  const { say, visitor } = asked
  return (
    <Form to="/verify" visitor={visitor} files id="check">
      <Field
        name="files"
        type="file"
        several
        label={say('verify-files')}
        hint={say('verify-files-hint', { most: mostFiles })}
        error={faults['files']}
        say={say}
      />
      <Field
        name="text"
        type="textarea"
        rows={4}
        label={say('verify-text')}
        hint={say('verify-text-hint')}
        dir="ltr"
        say={say}
      />
      <Button kind="first">{say('verify-go')}</Button>
    </Form>
  )
}

function questionPage(asked: Asked, faults: Faults = {}): Response | Promise<Response> {
  const { say } = asked
  return show(
    asked,
    { title: say('verify-title') },
    <>
      <h1>{say('verify-title')}</h1>
      <p class="lead">{say('verify-lead')}</p>
      <ErrorSummary faults={faults} say={say} />
      <Question asked={asked} faults={faults} />
      <p class="hint">{say('verify-privacy')}</p>
      {canCheckOnDevice() ? (
        <section aria-labelledby="device">
          <h2 id="device">{say('verify-device')}</h2>
          <p>{say('verify-device-text')}</p>
          <p class="actions">
            <a class="button" href="/verify/on-this-device">
              {say('verify-device-go')}
            </a>
          </p>
        </section>
      ) : null}
    </>,
    Object.keys(faults).length === 0 ? 200 : 422,
  )
}

/** What came with the form; empty fields of a form are no files. */
async function broughtBy({ c }: Asked): Promise<readonly Brought[]> {
  const form = await c.req.parseBody({ all: true })
  const given = [form['files']].flat()
  const files = await Promise.all(
    given
      .filter((one): one is File => one instanceof File && one.size > 0)
      .map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  )
  const text = typeof form['text'] === 'string' ? form['text'].trim() : ''
  return text === '' ? files : [...files, { bytes: utf8(text.toWellFormed()) }]
}

async function answerPage(asked: Asked): Promise<Response> {
  const { say, language, house } = asked
  const brought = await broughtBy(asked)
  if (brought.length === 0) return questionPage(asked, { files: say('verify-nothing') })
  if (brought.length > mostFiles)
    return questionPage(asked, { files: say('verify-too-many', { most: mostFiles }) })
  const at = house.clock.now()
  const checked = await checkFiles(house, brought, language)
  const [first] = checked
  const single = checked.length === 1 && first !== undefined
  return show(
    asked,
    { title: say('verify-answer-title'), personal: true, width: single ? 'reading' : 'desk' },
    <>
      {single ? (
        <Answer checked={first} at={at} say={say} language={language} />
      ) : (
        <>
          <h1>{say('verify-many', { count: checked.length })}</h1>
          <p class="hint">{say('verify-checked-at', { time: timeInWords(language, at) })}</p>
          <AnswerTable checked={checked} say={say} language={language} />
          {checked.map((one, index) => (
            <details class="one" id={`file-${index + 1}`}>
              <summary>
                <bdi>{one.name ?? say('verify-pasted')}</bdi>
              </summary>
              <div>
                <Answer checked={one} at={at} say={say} language={language} many={index + 1} />
              </div>
            </details>
          ))}
        </>
      )}
      <p class="actions unprinted">
        <a class="button" href="/verify">
          {say('verify-again')}
        </a>
      </p>
      <p class="hint">{say('verify-report')}</p>
    </>,
  )
}

export const verifyRoutes: readonly Route[] = [
  onThisDevice,
  { method: 'GET', path: '/verify', needs: 'anyone', handle: (asked) => questionPage(asked) },
  {
    method: 'POST',
    path: '/verify',
    needs: 'anyone',
    waits: true,
    // Thirty files of the usual size, or a few of the largest.
    largest: 4 * limits.file,
    handle: answerPage,
  },
]
