package dev.usercontext.dashboard.store;

import org.junit.jupiter.api.TestInstance;

/** What every engine has to do. The subclass makes the store, which is empty before each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class SpanStoreContract
    implements FilterContract,
        SpanContract,
        UserContract,
        CostContract,
        NetworkContract,
        KeyContract,
        DeletionContract {}
