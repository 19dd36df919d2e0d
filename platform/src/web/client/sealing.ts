// The bar of a cohort that is being sealed moves by itself. When it is over, the page is asked for once more.

interface Told {
  readonly state: string
  readonly done: number
  readonly all: number
  readonly words: string
  readonly left: string
  readonly stopSwitch: boolean
}

const place = document.getElementById('sealing')
const address = place?.dataset['progress']
const wasStopped = place?.dataset['stopped'] === 'yes'

async function look(from: string, wait: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, wait))
  // Nobody looks: nothing is asked.
  if (document.hidden) return look(from, 1000)
  const answer = await fetch(from, { headers: { accept: 'application/json' } }).catch(
    () => undefined,
  )
  // A server that restarts or is busy is given time; signed out, the page itself says what to do.
  if (answer === undefined || answer.status >= 500) return look(from, Math.min(wait * 2, 15_000))
  if (!answer.ok) return location.reload()
  const told = (await answer.json()) as Told
  const bar = document.getElementById('progress')
  if (bar instanceof HTMLProgressElement) {
    bar.max = Math.max(told.all, 1)
    bar.value = told.done
  }
  const [words, left] = ['progress-words', 'sealing-left'].map((id) => document.getElementById(id))
  if (words) words.textContent = told.words
  if (left) left.textContent = told.left
  if (told.state !== 'sealing' || told.stopSwitch !== wasStopped) return location.reload()
  return look(from, 1000)
}

if (address !== undefined) void look(address, 1000)
