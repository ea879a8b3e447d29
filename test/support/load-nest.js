// CommonJS packages (@nestjs/throttler) require these ES modules; jest can only hand them over once they are loaded.
import '@nestjs/common';
import '@nestjs/core';
