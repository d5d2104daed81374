// One key a choice, only while focus is inside the form (WCAG 2.1.4): <form data-keys> with <button data-key="1">. The form
// says data-keys="ready" once keys are listened to.
export function startKeys(root) {
  for (const form of root.querySelectorAll('form[data-keys]')) {
    form.addEventListener('keydown', event => pressed(form, event))
    form.dataset.keys = 'ready'
  }
}

function pressed(form, event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || !event.target.closest('button')) return
  const button = [...form.querySelectorAll('button[data-key]')].find(each => each.dataset.key === event.key)
  if (!button) return
  event.preventDefault()
  button.click()
}
