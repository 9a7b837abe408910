/** What pages and API share: how a request is read, and how it fails. */
@NullMarked
package dev.usercontext.dashboard.web;

import org.jspecify.annotations.NullMarked;
