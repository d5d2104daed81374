// Says while typing what the server would say on sending. The server decides; this only saves a round.
const WHOLE = /^\d+$/
const DECIMAL = /^-?\d+(\.\d+)?$/

export function startChecks(root) {
  for (const field of root.querySelectorAll('input[data-check], input[data-max-of]')) {
    field.addEventListener('blur', () => show(field))
    field.addEventListener('input', () => { if (messageOf(field)) show(field) })
    const other = partner(field)
    if (other) other.addEventListener('blur', () => { if (field.value) show(field) })
  }
}

// What is wrong with a field's value, in words; null when nothing is.
export function fault(value, rules) {
  const typed = value.trim().replaceAll(',', '').replace(/%$/, '')
  if (typed === '') return null
  if (rules.check === 'integer' && !WHOLE.test(typed)) return 'Enter a whole number, such as 12'
  if (!DECIMAL.test(typed)) return 'Enter a number, such as 12.5'
  const number = Number(typed)
  const least = rules.min ?? (rules.check === 'percent' ? 0 : undefined)
  const most = rules.max ?? (rules.check === 'percent' ? 100 : undefined)
  if (least !== undefined && number < Number(least)) return `Enter ${least} or more`
  if (most !== undefined && number > Number(most)) return `Enter ${most} or less`
  if (rules.other !== undefined && rules.other !== '' && number > Number(rules.other)) return `This cannot be more than ${rules.otherName}`
  return null
}

function show(field) {
  const other = partner(field)
  const words = fault(field.value, {
    check: field.dataset.check,
    min: field.dataset.min,
    max: field.dataset.max,
    other: other?.value.trim().replaceAll(',', ''),
    otherName: other ? `"${labelOf(other)}"` : undefined
  })
  let note = messageOf(field)
  if (!words) {
    if (note) note.remove()
    field.removeAttribute('aria-invalid')
    tie(field, false)
    return
  }
  if (!note) {
    note = field.ownerDocument.createElement('span')
    note.className = 'gt-check'
    note.id = `${field.id}-check`
    note.setAttribute('role', 'status')
    ;(field.closest('.nhsuk-input-wrapper') ?? field).after(note)
  }
  note.textContent = words
  field.setAttribute('aria-invalid', 'true')
  tie(field, true)
}

function tie(field, on) {
  const id = `${field.id}-check`
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(each => each && each !== id)
  if (on) ids.push(id)
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '))
  else field.removeAttribute('aria-describedby')
}

function messageOf(field) {
  return field.ownerDocument.getElementById(`${field.id}-check`)
}

function partner(field) {
  return field.dataset.maxOf ? field.ownerDocument.getElementById(field.dataset.maxOf) : null
}

function labelOf(field) {
  return field.labels?.[0]?.textContent.trim() ?? 'the other figure'
}
