// What makes every page a little easier, and none needs: menus that close, faults that are gone to, texts that
// are copied with one press.

const menus = [...document.querySelectorAll<HTMLDetailsElement>('.house details')]

document.addEventListener('click', ({ target }) => {
  for (const menu of menus)
    if (!(target instanceof Node && menu.contains(target))) menu.open = false
})

document.addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return
  for (const menu of menus.filter(({ open }) => open)) {
    menu.open = false
    menu.querySelector('summary')?.focus()
  }
})

document.querySelector<HTMLElement>('.summary')?.focus()

// `<button data-copies="id" data-said="Copied" hidden>`: shown only where it works.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copies]')) {
  const source = document.getElementById(button.dataset['copies'] ?? '')
  if (source === null || !('clipboard' in navigator)) continue
  button.hidden = false
  button.addEventListener('click', () => {
    const text = source instanceof HTMLInputElement ? source.value : (source.textContent ?? '')
    void navigator.clipboard.writeText(text).then(() => {
      button.textContent = button.dataset['said'] ?? button.textContent
      button.setAttribute('aria-live', 'polite')
    })
  })
}
