import { test } from '@japa/runner'
import { service } from '../builder.ts'
import { callsAnActivity } from './shared/calls_an_activity.ts'

test.group('Service task', () => callsAnActivity(service))
