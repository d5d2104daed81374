// Shows how far a file has gone: <form data-progress enctype="multipart/form-data">. Without JavaScript the form is sent as ever.
export function startProgress(root) {
  for (const form of root.querySelectorAll('form[data-progress]')) form.addEventListener('submit', event => sent(event, form))
}

function sent(event, form) {
  const files = [...form.querySelectorAll('input[type="file"]')].flatMap(input => [...input.files])
  if (files.length === 0) return
  event.preventDefault()
  const root = form.ownerDocument
  const bar = root.createElement('progress')
  bar.className = 'gt-progress'
  bar.max = 100
  bar.setAttribute('aria-label', 'How much has been sent')
  const words = root.createElement('p')
  words.setAttribute('role', 'status')
  form.append(bar, words)
  const request = new XMLHttpRequest()
  request.open(form.method || 'post', form.action)
  request.upload.addEventListener('progress', step => {
    if (!step.lengthComputable) return
    bar.value = Math.round((100 * step.loaded) / step.total)
    words.textContent = step.loaded < step.total ? `${bar.value}% sent` : 'Sent. Checking the file'
  })
  request.addEventListener('load', () => arrived(request, root, form, bar, words))
  request.addEventListener('error', () => { bar.remove(); words.textContent = 'The file did not arrive. Nothing was saved. Try again' })
  const body = new FormData(form, event.submitter ?? undefined)
  request.send(body)
}

// A redirect was followed by the request: go where it ended. A refused form answers with the page to show.
function arrived(request, root, form, bar, words) {
  if (request.status < 400 && request.responseURL) {
    root.defaultView.location.assign(request.responseURL)
    return
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html').querySelector('main')
  if (page) {
    root.querySelector('main').replaceWith(root.adoptNode(page))
    root.querySelector('.nhsuk-error-summary')?.focus()
    startProgress(root)
    return
  }
  bar.remove()
  words.textContent = 'The file was not accepted. Nothing was saved'
  form.querySelector('input[type="file"]')?.focus()
}
