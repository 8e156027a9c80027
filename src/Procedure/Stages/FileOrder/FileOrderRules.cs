using WorkflowAccountability.Procedure.Regulation;

namespace WorkflowAccountability.Procedure.Stages.FileOrder;

/// <summary>What a filing must say.</summary>
public static class FileOrderRules
{
    /// <summary>内部环节: an order that is given has a number, says what is demanded, and within how many working days.</summary>
    public static Ruling SaysWhatIsDemanded(FileOrderForm form) => Ruling.Require(
        form.Decision != OrderFiling.Filed
            || (!string.IsNullOrWhiteSpace(form.Number) && !string.IsNullOrWhiteSpace(form.Demands) && form.WorkingDays is not null), Citations.InternalStep,
        Text.Of<FileOrderStage>("Demands.Missing.Reason"), Text.Of<FileOrderStage>("Demands.Missing.Remedy"));

    /// <summary>内部环节: who declines says why.</summary>
    public static Ruling DeclineIsExplained(FileOrderForm form) => Ruling.Require(
        form.Decision != OrderFiling.Declined || !string.IsNullOrWhiteSpace(form.DeclinedBecause), Citations.InternalStep,
        Text.Of<FileOrderStage>("Decline.Missing.Reason"), Text.Of<FileOrderStage>("Decline.Missing.Remedy"));
}
