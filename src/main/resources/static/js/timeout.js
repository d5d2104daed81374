// Warns two minutes before the session ends for want of a request, and lets the person stay (WCAG 2.2.1).
const WARNING_SECONDS = 120

export function startIdleWarning(root) {
  const seconds = Number(root.querySelector('meta[name="gt-idle-seconds"]')?.content)
  if (!(seconds > WARNING_SECONDS)) return
  let timer = setTimeout(warn, (seconds - WARNING_SECONDS) * 1000)

  function warn() {
    const box = root.createElement('div')
    box.className = 'gt-idle'
    box.setAttribute('role', 'alertdialog')
    box.setAttribute('aria-label', 'You will be signed out soon')
    const words = root.createElement('p')
    words.textContent = 'You will be signed out in 2 minutes, because nothing has been sent for a while. What is saved stays saved.'
    const stay = root.createElement('button')
    stay.className = 'nhsuk-button nhsuk-button--small'
    stay.type = 'button'
    stay.textContent = 'Stay signed in'
    box.append(words, stay)
    root.body.append(box)
    stay.focus()
    const end = setTimeout(() => { words.textContent = 'You have been signed out. What is on this page has not been sent since you last saved.'; stay.remove() }, WARNING_SECONDS * 1000)
    stay.addEventListener('click', async () => {
      const answer = await fetch('/account/still-here', { headers: { Accept: 'application/json' } }).catch(() => null)
      if (!answer?.ok) {
        words.textContent = 'That did not reach the service. Save your work now.'
        return
      }
      clearTimeout(end)
      clearTimeout(timer)
      box.remove()
      timer = setTimeout(warn, (seconds - WARNING_SECONDS) * 1000)
    })
  }
}
