// Asks the device for a passkey where a form wants one. The form is shown only where the browser can.

interface Described {
  readonly id: string
  readonly type: 'public-key'
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) =>
    sign.charCodeAt(0),
  )

const textOf = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

const described = (list: readonly Described[] = []) =>
  list.map(({ id, type }) => ({ id: bytesOf(id), type }))

async function ask(address: string, csrf: string): Promise<string> {
  const answer = await fetch(address, { method: 'POST', headers: { 'x-csrf-token': csrf } })
  if (!answer.ok || answer.redirected) throw new Error(`options: ${answer.status}`)
  const options = await answer.json()
  const challenge = bytesOf(options.challenge)
  const credential =
    options.user === undefined
      ? await navigator.credentials.get({
          publicKey: {
            ...options,
            challenge,
            allowCredentials: described(options.allowCredentials),
          },
        })
      : await navigator.credentials.create({
          publicKey: {
            ...options,
            challenge,
            user: { ...options.user, id: bytesOf(options.user.id) },
            excludeCredentials: described(options.excludeCredentials),
          },
        })
  if (!(credential instanceof PublicKeyCredential)) throw new Error('no key was shown')
  return JSON.stringify({
    id: credential.id,
    rawId: textOf(credential.rawId),
    type: credential.type,
    response: partsOf(credential.response),
    clientExtensionResults: {},
  })
}

function partsOf(response: AuthenticatorResponse) {
  const clientDataJSON = textOf(response.clientDataJSON)
  if (response instanceof AuthenticatorAttestationResponse)
    return { clientDataJSON, attestationObject: textOf(response.attestationObject) }
  if (response instanceof AuthenticatorAssertionResponse)
    return {
      clientDataJSON,
      authenticatorData: textOf(response.authenticatorData),
      signature: textOf(response.signature),
      userHandle: response.userHandle === null ? null : textOf(response.userHandle),
    }
  throw new Error('an answer of another kind')
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  if (!('PublicKeyCredential' in globalThis)) continue
  form.hidden = false
  const answer = form.querySelector<HTMLInputElement>('input[name="answer"]')
  const csrf = form.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? ''
  const status = form.querySelector<HTMLElement>('[role="status"]')
  form.addEventListener('submit', (event) => {
    event.preventDefault()
    if (status !== null) status.textContent = ''
    ask(form.dataset['passkey'] ?? '', csrf).then(
      (said) => {
        if (answer === null) return
        answer.value = said
        form.submit()
      },
      // Most often the person closed the window of their device.
      () => {
        if (status !== null) status.textContent = status.dataset['failed'] ?? ''
      },
    )
  })
}
