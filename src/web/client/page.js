import { watchExit } from './exit-this-page.js';
import { focusErrors, offerPrinting, stopDoubleClicks, waitForNetwork } from './forms.js';
import { leadBack } from './way-back.js';

watchExit();
focusErrors();
offerPrinting();
waitForNetwork();
stopDoubleClicks();
leadBack();
