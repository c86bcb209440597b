import { setPriority } from 'node:os'
import { closeMongo } from '@/lib/db/mongo'
import { closePostgres } from '@/lib/db/postgres'
import { makePictures, seed } from '@/prisma/seed'
import type { Progress } from '../launcher/terminal'

// Entry point of the process that creates demo data or pictures. It reports its progress as lines of JSON.
const onProgress = (progress: Progress) => console.log(JSON.stringify(progress))
const isDrawing = process.argv[2] === 'pictures'

if (isDrawing) setPriority(10) // leaves the CPU to the running store
await (isDrawing ? makePictures({ onProgress }) : seed({ onProgress }))
await Promise.all([closePostgres(), closeMongo()])
