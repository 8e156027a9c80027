namespace WorkflowAccountability.Procedure.Lawfulness;

/// <summary>What a definition is: its stages tell, not its name.</summary>
public static class KindOfProcedure
{
    /// <summary>Neither the procedure, nor a track of it, nor an order: something of the house's own, with which no case begins.</summary>
    public const string Internal = "internal";

    private const string Prefix = "Accountability.";

    /// <summary>The kind of a definition with activities of these types; the first kind of the table that has one of them.</summary>
    public static string Of(IEnumerable<string> activityTypes)
    {
        var types = activityTypes.Select(type => type.StartsWith(Prefix, StringComparison.Ordinal) ? type[Prefix.Length..] : type).ToHashSet();
        return LawOfFlow.Current.Kinds.FirstOrDefault(kind => kind.Marks.Any(types.Contains))?.Id ?? Internal;
    }

    /// <summary>Whether a case may begin with a definition that has activities of these types.</summary>
    public static bool StartsCases(IEnumerable<string> activityTypes) => Of(activityTypes) is var kind && LawOfFlow.Current.Kinds.First(one => one.Id == kind).StartsCases;
}
