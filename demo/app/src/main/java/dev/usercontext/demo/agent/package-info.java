/** Three agents that call each other and tools, by LangChain4j. */
package dev.usercontext.demo.agent;
