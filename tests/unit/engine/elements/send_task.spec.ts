import { test } from '@japa/runner'
import { send } from '../builder.ts'
import { callsAnActivity } from './shared/calls_an_activity.ts'

test.group('Send task', () => callsAnActivity(send))
