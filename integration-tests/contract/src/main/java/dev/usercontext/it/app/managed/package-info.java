/** Jakarta Concurrency: the executors and threads of the container. */
package dev.usercontext.it.app.managed;
