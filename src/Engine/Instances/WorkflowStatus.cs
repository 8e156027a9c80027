namespace WorkflowAccountability.Engine.Instances;

/// <summary>Elsa's two statuses of an instance.</summary>
public enum WorkflowStatus
{
    /// <summary>Something may still happen.</summary>
    Running,

    /// <summary>Nothing can happen any more.</summary>
    Finished,
}

/// <summary>Elsa's finer statuses of an instance.</summary>
public enum WorkflowSubStatus
{
    /// <summary>Made, not yet run.</summary>
    Pending,

    /// <summary>In a burst.</summary>
    Executing,

    /// <summary>Waits at one bookmark or more, or at an incident.</summary>
    Suspended,

    /// <summary>Came to its end.</summary>
    Finished,

    /// <summary>Was cancelled.</summary>
    Cancelled,

    /// <summary>Was ended by a fault.</summary>
    Faulted,
}
