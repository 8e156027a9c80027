namespace WorkflowAccountability.Procedure.Forms;

/// <summary>
/// 内部环节: between which bounds a value is one that somebody meant to enter. A slip of the key (1016 for 2016) is told at the field at which it was made, and
/// never reaches a rule, a period or a ledger.
/// </summary>
public static class Plausible
{
    /// <summary>The first day that a form takes: the founding of the republic, before which none of the organs was there.</summary>
    public static DateOnly FirstDay { get; } = new(1949, 10, 1);

    /// <summary>The last day that a form takes.</summary>
    public static DateOnly LastDay { get; } = new(2199, 12, 31);

    /// <summary>The largest amount in yuan: ten million millions, more than the region's product of many years.</summary>
    public const decimal LargestAmount = 10_000_000_000_000m;

    /// <summary>Whether a day can be meant.</summary>
    public static bool IsDay(DateOnly day) => day >= FirstDay && day <= LastDay;

    /// <summary>Whether an amount of money can be meant: not below nothing, and no more than there is.</summary>
    public static bool IsAmount(decimal yuan) => yuan is >= 0 and <= LargestAmount;
}
