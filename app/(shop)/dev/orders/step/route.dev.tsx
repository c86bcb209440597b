export { answerFulfilmentStep as POST } from '@/lib/http/forms/dev-orders'
