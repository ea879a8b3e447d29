import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemDocument } from './problem-document.js';

export type ShowProblem = (
  request: FastifyRequest,
  reply: FastifyReply,
  problem: ProblemDocument,
) => Promise<void>;

/** How a problem is shown to a person. The pages say how; without pages it is the document itself. */
@Injectable()
export class ProblemPages {
  show: ShowProblem = async (_request, reply, problem) => {
    await reply.type('application/problem+json').send(JSON.stringify(problem));
  };
}
