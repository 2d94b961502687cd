/**
 * Small comforts on the citizen's pages. Every page works without them: an island finds its elements
 * by a data attribute, and a page without such elements pays nothing.
 */
import { countCharacters } from './office/character_count.js'
import { copyOnPress } from './office/copy_text.js'
import { focusErrorSummary } from './office/error_summary.js'
import { handOver } from './office/hand_over.js'
import { runOfficialClock } from './office/official_clock.js'
import { printOnPress } from './office/print_page.js'
import { revealQuestions } from './office/reveal.js'
import { sendOnce } from './office/send_once.js'
import { showUploads } from './office/upload_progress.js'

function furnish() {
  focusErrorSummary(document)
  countCharacters(document)
  copyOnPress(document)
  printOnPress(document)
  sendOnce(document)
  showUploads(document)
  revealQuestions(document)
}

handOver(document)
runOfficialClock(document)
furnish()
// An upload that came back with errors has put a new main part in the page.
document.addEventListener('office:page', furnish)
