/** The demo as a newcomer sees it: started, looked at in a browser, and stopped. */
package dev.usercontext.demo.launcher;
