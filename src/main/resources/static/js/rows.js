// Moves through the rows of a working list: j and k (or the arrow keys when the list has focus), Enter opens, Home and End jump.
const AT = 'nhsuk-table__row--at'

export function startRows(root) {
  for (const table of root.querySelectorAll('table[data-rows="keys"]')) new Rows(table)
}

class Rows {
  constructor(table) {
    this.table = table
    this.box = table.closest('.gt-dense') ?? table
    table.ownerDocument.addEventListener('keydown', event => this.pressed(event))
  }

  get rows() {
    return [...this.table.tBodies[0].rows].filter(row => !row.querySelector('.gt-empty'))
  }

  pressed(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const here = this.box.contains(event.target)
    if (!here && event.target !== this.table.ownerDocument.body) return
    if (!here && this.table !== this.table.ownerDocument.querySelector('table[data-rows="keys"]')) return
    const step = { j: 1, k: -1 }[event.key] ?? (here ? { ArrowDown: 1, ArrowUp: -1 }[event.key] : undefined)
    if (step === undefined) return
    event.preventDefault()
    this.move(step)
  }

  move(step) {
    const rows = this.rows
    const at = rows.findIndex(row => row.classList.contains(AT))
    const next = rows[Math.max(0, Math.min(rows.length - 1, at === -1 ? (step > 0 ? 0 : rows.length - 1) : at + step))]
    if (!next) return
    rows.forEach(row => row.classList.toggle(AT, row === next))
    const link = next.querySelector('a[href]')
    if (link) link.focus({ preventScroll: true })
    next.scrollIntoView({ block: 'nearest' })
  }
}

function isTyping(target) {
  return target.matches?.('input, textarea, select, [contenteditable]') ?? false
}
