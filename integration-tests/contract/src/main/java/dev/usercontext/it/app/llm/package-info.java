/** Chats with a language model through LangChain4j, whose answers come on threads of their own. */
package dev.usercontext.it.app.llm;
