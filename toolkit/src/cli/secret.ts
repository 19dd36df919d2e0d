// Asks the person at the terminal for something that must not be seen.

/** What is typed until Enter, unseen; undefined where nobody sits at a terminal, or who sits there gives up. */
export async function askSecret(question: string): Promise<string | undefined> {
  const { stdin, stderr } = process
  if (!stdin.isTTY || !stderr.isTTY) return undefined
  stderr.write(question)
  stdin.setRawMode(true)
  stdin.resume()
  stdin.setEncoding('utf8')
  try {
    return await new Promise((resolve) => {
      let typed = ''
      const take = (text: string): void => {
        for (const letter of text) {
          if (letter === '\r' || letter === '\n') return end(typed)
          // Control-C and Control-D.
          if (letter === '\u0003' || letter === '\u0004') return end(undefined)
          typed = letter === '\u007f' ? typed.slice(0, -1) : typed + letter
        }
      }
      const end = (answer: string | undefined): void => {
        stdin.off('data', take)
        resolve(answer)
      }
      stdin.on('data', take)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
