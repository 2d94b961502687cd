import app from '@adonisjs/core/services/app'
import env from '#start/env'

export const dataFolder = (): string => env.get('FINESTRA_DATA') ?? app.makePath('var')
