namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>What an activity does about several connections that lead to it (Elsa's custom property <c>mergeMode</c>).</summary>
internal enum MergeMode
{
    /// <summary>Executes once for what comes together: it waits while a token is at, or on its way to, one of the activities that lead to
    /// it. Elsa's None is the same.</summary>
    Stream,

    /// <summary>Waits for all branches that come from before it.</summary>
    Merge,

    /// <summary>Waits for all connections, also those that lead back.</summary>
    Converge,

    /// <summary>Executes once for each token.</summary>
    Cascade,

    /// <summary>Executes on the first token and cancels what else of the same fork is on its way to it.</summary>
    Race,
}

internal static class MergeModes
{
    public static readonly string Supported = string.Join(", ", Enum.GetNames<MergeMode>().Prepend("None"));

    /// <summary>A FlowJoin merges, or races, by its nature.</summary>
    public static MergeMode Of(Activity activity) => activity is FlowJoin join
        ? join.TakesTheFirst ? MergeMode.Race : MergeMode.Merge
        : Custom(activity) ?? MergeMode.Stream;

    public static bool IsSupported(Activity activity) => Custom(activity) is not null;

    private static MergeMode? Custom(Activity activity) => activity.CustomText("mergeMode") switch
    {
        null or "" or "None" => MergeMode.Stream,
        var text => Enum.TryParse<MergeMode>(text, ignoreCase: true, out var mode) && Enum.IsDefined(mode) ? mode : null,
    };
}
