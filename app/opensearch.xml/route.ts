export { answerOpenSearch as GET } from '@/lib/http/open-search'
