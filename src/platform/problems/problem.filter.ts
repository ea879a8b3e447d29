import { ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Translator } from '../i18n/translator.js';
import { requestLocale } from '../http/request-locale.js';
import { readAway } from '../http/unread-body.js';
import { asProblem } from './as-problem.js';
import { PROBLEM_STATUS } from './problem-status.js';
import { ProblemPages } from './problem-pages.js';
import { problemDocument } from './problem-document.js';

/** Turns whatever was thrown into an answer: a problem document for programs, a page for people. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problems');

  constructor(
    private readonly translator: Translator,
    private readonly pages: ProblemPages,
  ) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    if (reply.sent) return;
    const problem = asProblem(error);
    if (!problem) this.logger.error({ err: error, requestId: request.id }, 'unexpected error');
    if (problem?.kind === 'forbidden') this.tell(request, problem.code);
    if (problem?.kind === 'too-large') await readAway(request.raw);
    const status = problem ? PROBLEM_STATUS[problem.kind] : 500;
    const locale = requestLocale(request, this.translator);
    const document = problemDocument(this.translator, locale, status, String(request.id), problem);
    const retryAfter = problem?.options.retryAfter;
    if (retryAfter !== undefined) reply.header('retry-after', String(Math.ceil(retryAfter)));
    if (problem?.kind === 'unauthenticated') reply.header('www-authenticate', 'Bearer');
    reply.status(status).header('cache-control', 'no-store').header('vary', 'accept-language');
    if (isPage(request)) await this.pages.show(request, reply, document);
    else
      reply
        .header('content-language', locale)
        .type('application/problem+json')
        .send(JSON.stringify(document));
  }

  /** Who asked for what they may not (ASVS 5.0 16.3.2): the pattern of the route, never the address. */
  private tell(request: FastifyRequest, code: string): void {
    const { id, method, routeOptions } = request;
    this.logger.log(
      { requestId: id, code, method, route: routeOptions.url ?? 'none', ...actorOf(request) },
      'refused',
    );
  }
}

/** A person is told of by nothing in the log, not even by the id of their registration. */
const actorOf = ({ caller }: FastifyRequest) =>
  caller && { role: caller.role, actor: caller.role === 'person' ? null : caller.id };

const isPage = ({ url, headers }: FastifyRequest) =>
  !url.startsWith('/v1/') && (headers.accept ?? '').includes('text/html');
