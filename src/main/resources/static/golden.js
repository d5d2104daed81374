// Makes pages quicker for those who have JavaScript. Every page works without it.
import { initAll } from './nhsuk/nhsuk-frontend.min.js'
import { startAutosave } from './js/autosave.js'
import { startForgetting } from './js/unsent.js'
import { startChecks } from './js/validate.js'
import { startRows } from './js/rows.js'
import { startIdleWarning } from './js/timeout.js'
import { startProgress } from './js/progress.js'
import { startUploads } from './js/upload.js'
import { startKeys } from './js/keys.js'

document.body.classList.add('js-enabled', 'nhsuk-frontend-supported')
initAll()
startForgetting(document)
startAutosave(document)
startChecks(document)
startRows(document)
startIdleWarning(document)
startProgress(document)
startUploads(document)
startKeys(document)
