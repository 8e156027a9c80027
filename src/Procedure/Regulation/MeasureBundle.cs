namespace WorkflowAccountability.Procedure.Regulation;

/// <summary>Two measures that cannot both fall on one party.</summary>
public sealed record MeasureConflict(string One, string Other, string Why);

/// <summary>第十三条第二款: measures may be combined; which of them contradict each other is data.</summary>
public sealed record MeasureConflicts(IReadOnlyList<MeasureConflict> Conflicts)
{
    private static readonly Lazy<MeasureConflicts> ReadOnce =
        new(() => DataFile.Read<MeasureConflicts>("Regulation/measure-conflicts.json", table => table.Faults()));

    public static MeasureConflicts Shipped => ReadOnce.Value;

    /// <summary>第十三条第二款: the contradictions among the measures that fall on one party; a measure twice is one too.</summary>
    [Clause("第十三条第二款")]
    public IReadOnlyList<MeasureConflict> Among(IReadOnlyList<string> measures) =>
    [
        .. Conflicts.Where(conflict => conflict.One == conflict.Other ? measures.Count(code => code == conflict.One) > 1
            : measures.Contains(conflict.One) && measures.Contains(conflict.Other)),
    ];

    /// <summary>Rows that name a measure nobody knows.</summary>
    public IEnumerable<string> Faults() => Conflicts.SelectMany(conflict => new[] { conflict.One, conflict.Other })
        .Where(code => !MeasureCatalogue.Shipped.Measures.Any(measure => measure.Code == code)).Distinct().Select(code => $"there is no measure '{code}'.");
}
