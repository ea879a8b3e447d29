import { Injectable } from '@nestjs/common';
import { Environment } from '../../platform/config/environment.js';
import { SealedBox } from '../../platform/crypto/sealed-box.js';
import { Translator } from '../../platform/i18n/translator.js';
import type { Caller } from '../../platform/auth/caller.js';
import { onlyPost } from '../../platform/auth/caller.js';
import { PostsService } from '../../posts/posts.service.js';
import { Pages } from '../frame/pages.js';
import type { PageContext } from '../page-context.js';
import { paths } from '../paths.js';
import { NO_ANSWERS } from '../register/answers.js';
import {
  CARRIED,
  isQuestion,
  type Question,
  STEP_FIELDS,
  stepForm,
  stepsWith,
} from '../register/register-step.js';
import { faultWords } from './fault-words.js';
import type { KioskStartPage } from './kiosk.view.js';

type Asked = Exclude<Question, 'post'>;

/** The questions that a kiosk asks: those of every registration, but the post is where it stands. */
const ASKED = stepsWith(1).filter((step): step is Asked => isQuestion(step) && step !== 'post');

/** Writes the page on which a kiosk registers people by itself. The questions are the same templates that phones get. */
@Injectable()
export class KioskPages {
  constructor(
    private readonly pages: Pages,
    private readonly posts: PostsService,
    private readonly translator: Translator,
    private readonly sealedBox: SealedBox,
    private readonly environment: Environment,
  ) {}

  async model(caller: Caller, context: PageContext): Promise<KioskStartPage> {
    const { code } = await this.posts.byId(onlyPost(caller));
    const { locale } = context;
    const fields = ASKED.flatMap((step) => STEP_FIELDS[step]);
    return {
      post: code,
      serviceKey: this.sealedBox.publicKey.toString('base64url'),
      accessLink: `${this.environment.PUBLIC_URL.replace(/\/$/, '')}${paths.statusSignIn}#s=`,
      questions: ASKED.map((step) => ({
        step,
        carried: CARRIED.includes(step),
        html: this.question(step, context),
      })),
      faultWords: JSON.stringify(faultWords(this.translator, locale, fields)),
    };
  }

  private question(step: Asked, context: PageContext): string {
    const form = stepForm(step, [...ASKED, 'check'], { action: paths.kiosk, hidden: [], errors: [] });
    const values = { ...NO_ANSWERS, language: context.locale };
    return this.pages.html(`register/${step}`, { form, values }, { ...context, bare: true });
  }
}
