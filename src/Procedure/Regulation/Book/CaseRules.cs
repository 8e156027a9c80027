using WorkflowAccountability.Procedure.Ledgers.Restrictions;

namespace WorkflowAccountability.Procedure.Regulation.Book;

/// <summary>The rules that a case is bound to; which row of them holds is a matter of the day that each question is about.</summary>
/// <param name="Scales">第十六条第一款: by the last day of the acts.</param>
/// <param name="Impacts">第十二条第二款: by the day on which a sanction took effect.</param>
/// <param name="Bases">第一条: by the days of the acts.</param>
/// <param name="Measures">第十三条: by the day on which a measure is proposed, decided or carried out.</param>
/// <param name="Deadlines">By the day on which a deadline begins; one that runs keeps the row it began with.</param>
public sealed record CaseRules(ClassificationScales Scales, ImpactTable Impacts, LegalBases Bases, MeasureCatalogue Measures, DeadlineTable Deadlines)
{
    /// <summary>The rules of the release.</summary>
    public static CaseRules Shipped { get; } = new(
        ClassificationScales.Shipped, ImpactTable.Shipped, LegalBases.Shipped, MeasureCatalogue.Shipped, DeadlineTable.Shipped);
}
