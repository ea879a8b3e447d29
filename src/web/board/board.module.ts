import { Module } from '@nestjs/common';
import { QueueModule } from '../../queue/queue.module.js';
import { FrameModule } from '../frame/frame.module.js';
import { BoardController } from './board.controller.js';

@Module({ imports: [FrameModule, QueueModule], controllers: [BoardController] })
export class BoardModule {}
