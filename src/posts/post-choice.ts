import { Injectable } from '@nestjs/common';
import type { Caller } from '../platform/auth/caller.js';
import { invalid, Problem } from '../platform/problems/problem.js';
import type { Post } from './post.entity.js';
import { PostsService } from './posts.service.js';

/** Finds the post that a request is about, where its caller may ask that of it. Anybody may report to every post. */
@Injectable()
export class PostChoice {
  constructor(private readonly posts: PostsService) {}

  /** The post named, or the caller's only one. @throws Problem `invalid-input` at `/post`, `not-allowed` (403: another's) */
  async of(caller: Caller, code: string | undefined): Promise<Post> {
    if (code !== undefined) return this.named(caller, code, '/post');
    const [only, another] = caller.posts;
    if (only === undefined || another !== undefined) throw invalid({ pointer: '/post', code: 'required' });
    return this.posts.byId(only);
  }

  /**
   * @param pointer where the code of the post stood in what was sent
   * @throws Problem `invalid-input`, `not-allowed` (403: another post's device or officer)
   */
  async named(caller: Caller, code: string, pointer: string): Promise<Post> {
    const post = await this.posts.withCode(code);
    if (!post) throw invalid({ pointer, code: 'not-a-choice' });
    if (caller.role !== 'everyone' && !caller.posts.includes(post.id))
      throw new Problem('forbidden', 'not-allowed');
    return post;
  }
}
