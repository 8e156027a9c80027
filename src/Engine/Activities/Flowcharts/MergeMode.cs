namespace WorkflowAccountability.Engine.Activities.Flowcharts;

/// <summary>What an activity does about several connections that lead to it (Elsa's custom property <c>mergeMode</c>).</summary>
internal enum MergeMode
{
    /// <summary>Executes once for each token. Elsa's None is the same.</summary>
    Stream,

    /// <summary>Waits for all branches that come from before it.</summary>
    Merge,

    /// <summary>Waits for all connections, also those that lead back.</summary>
    Converge,
}

internal static class MergeModes
{
    public const string Supported = "None, Stream, Merge, Converge";

    /// <summary>A FlowJoin merges by its nature.</summary>
    public static MergeMode Of(Activity activity) => activity is FlowJoin ? MergeMode.Merge : Custom(activity) ?? MergeMode.Stream;

    public static bool IsSupported(Activity activity) => Custom(activity) is not null;

    private static MergeMode? Custom(Activity activity) => activity.CustomText("mergeMode") switch
    {
        null or "" or "None" or "Stream" => MergeMode.Stream,
        "Merge" => MergeMode.Merge,
        "Converge" => MergeMode.Converge,
        _ => null,
    };
}
