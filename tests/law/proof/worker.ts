import { parentPort, workerData } from 'node:worker_threads'
import { type ProofRange, prove } from './proof.ts'

/** Proves one range of decision days in a thread of its own. */
parentPort?.postMessage(prove(workerData as ProofRange))
