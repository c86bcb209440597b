import { setPriority } from 'node:os'
import { closeMongo } from '@/lib/db/mongo'
import { closePostgres } from '@/lib/db/postgres'
import { makePictures, seed } from '@/prisma/seed'
import type { Progress } from '../launcher/terminal'

// The process that makes the demo data or the pictures. Tells how far it is in lines of JSON.
const onProgress = (progress: Progress) => console.log(JSON.stringify(progress))
const isDrawing = process.argv[2] === 'pictures'

if (isDrawing) setPriority(10) // the store that is used meanwhile comes first
await (isDrawing ? makePictures({ onProgress }) : seed({ onProgress }))
await Promise.all([closePostgres(), closeMongo()])
