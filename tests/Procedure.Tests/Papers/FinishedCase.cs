using WorkflowAccountability.Procedure.Organisations;
using WorkflowAccountability.Procedure.Papers;
using WorkflowAccountability.Testing;

namespace WorkflowAccountability.Procedure.Tests.Papers;

/// <summary>A case in which every kind of document can be made: inquired into on both sides, consulted on, approved by both bodies.</summary>
internal static class FinishedCase
{
    public static readonly DateOnly Today = new(2026, 3, 2);

    public static ACase Matter { get; } = new ACase().Decided();

    public static PaperSource Source { get; } = new(Matter.File, OrganisationDirectory.Shipped, Today);

    /// <summary>A document of a kind as it would be locked.</summary>
    public static PaperSheet Sheet(PaperKind kind, PaperSource? source = null)
    {
        var from = source ?? Source;
        return kind.Resolve(kind.Compose(from), from, "昌州环追〔2026〕7号", from.On, ["陈松岩"]);
    }
}
