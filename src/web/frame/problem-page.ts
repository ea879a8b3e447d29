import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { ProblemDocument } from '../../platform/problems/problem-document.js';
import { ProblemPages } from '../../platform/problems/problem-pages.js';
import { paths } from '../paths.js';
import type { ProblemPage } from '../problems/problem.view.js';
import { ConfirmationPages, nextPage } from './confirmation-pages.js';
import { pageAddress } from './page-address.js';
import { Pages } from './pages.js';
import type { GuardedVisit, Visit } from './visit.js';

/** Where somebody goes who has to sign in first, by the beginning of the address they asked for. */
const SIGN_IN: readonly [string, string][] = [
  ['/console', paths.consoleSignIn],
  ['/ministry', paths.consoleSignIn],
  ['/status', paths.statusSignIn],
  ['/kiosk', paths.enrol],
  ['/board', paths.enrol],
];

/** Shows every problem of a page as a page in the same frame; who is not signed in is led to where they can. */
@Injectable()
export class ProblemPageShower implements OnModuleInit {
  constructor(
    private readonly problems: ProblemPages,
    private readonly pages: Pages,
    private readonly confirmation: ConfirmationPages,
  ) {}

  onModuleInit(): void {
    this.problems.show = async (request, reply, problem) => {
      const visit = { request, reply, caller: request.caller };
      await reply.send(await this.answer(visit, problem));
    };
  }

  private answer(visit: Visit, problem: ProblemDocument): Promise<Buffer | string> {
    const signIn = problem.code === 'not-signed-in' ? signInFor(visit.request) : undefined;
    if (signIn !== undefined) return Promise.resolve(this.pages.goTo(visit, signIn));
    if (problem.code === 'own-password-missing' || problem.code === 'countersignature-missing')
      return Promise.resolve(this.pages.goTo(visit, paths.accountPassword));
    if (problem.code === 'second-factor-missing')
      return Promise.resolve(this.pages.goTo(visit, paths.account));
    // nobody stands at a board who could lead it back
    if (problem.code === 'shared-screen' && visit.caller?.role === 'board')
      return Promise.resolve(this.pages.goTo(visit, paths.board));
    if (problem.code === 'second-factor-again') return this.confirmation.show(...askedFor(visit));
    const model = modelOf(problem, visit);
    return this.pages
      .show(visit, 'problems/problem', model, problem.status)
      .catch(() => this.pages.showBare(visit, 'problems/problem', model, problem.status));
  }
}

/** Where somebody was when they were asked whether it is still them, and the form that they were sending; never a password. */
function askedFor(visit: Visit): Parameters<ConfirmationPages['show']> {
  const { method, url, body } = visit.request;
  const sent = (body ?? {}) as Record<string, unknown>;
  const form = method === 'POST' && !('newPassword' in sent) ? sent : undefined;
  return [visit as GuardedVisit, nextPage(url), form];
}

/**
 * A person whose session was over while they wrote is told that it is not saved; one whose browser did not keep the session that
 * it was given, that it has to.
 */
function signInFor({ method, url }: FastifyRequest): string | undefined {
  const [, found] =
    SIGN_IN.find(([start]) => url === start || url.startsWith(`${start}/`) || url.startsWith(`${start}?`)) ??
    [];
  if (found !== paths.statusSignIn) return found;
  if (method === 'POST' && url !== paths.statusSignOut) return paths.statusSignInUnsaved;
  return url.startsWith(paths.statusEntered) ? paths.statusSignInForgotten : found;
}

function modelOf(problem: ProblemDocument, { request, reply }: Visit): ProblemPage {
  const retryAfter = reply.getHeader('retry-after');
  return {
    title: problem.title,
    detail: problem.detail,
    faults: problem.errors?.map(({ detail }) => detail) ?? [],
    retryAfter: retryAfter === undefined ? null : Number(retryAfter),
    requestId: problem.requestId,
    back: request.method === 'POST' ? pageAddress(request) : null,
  };
}
