using System.Text.Json.Serialization;

namespace WorkflowAccountability.Procedure.Deadlines;

/// <summary>What a period counts.</summary>
public enum PeriodUnit
{
    [JsonStringEnumMemberName("工作日")] WorkingDay,
    [JsonStringEnumMemberName("日")] Day,
    [JsonStringEnumMemberName("月")] Month,
}

/// <summary>So many working days, calendar days or months.</summary>
public sealed record Period(int Length, PeriodUnit Unit)
{
    /// <summary>As the documents print it: 5个工作日, 60日, 6个月.</summary>
    public override string ToString() => Unit switch
    {
        PeriodUnit.WorkingDay => $"{Length}个工作日",
        PeriodUnit.Day => $"{Length}日",
        PeriodUnit.Month => $"{Length}个月",
        _ => throw new ArgumentOutOfRangeException(nameof(Unit), Unit, "A period counts working days, days or months."),
    };
}
