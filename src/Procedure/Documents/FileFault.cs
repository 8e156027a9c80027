namespace WorkflowAccountability.Procedure.Documents;

/// <summary>Why a file is not taken in. Reason and remedy are the texts <c>X.Reason</c> and <c>X.Remedy</c> of <see cref="DocumentTexts"/>.</summary>
public enum FileFault
{
    /// <summary>No content.</summary>
    Empty,

    /// <summary>Over the limit.</summary>
    TooLarge,

    /// <summary>A kind that is not taken in.</summary>
    Unknown,

    /// <summary>The content is not what the name says.</summary>
    Mismatch,

    /// <summary>Breaks off or contradicts itself.</summary>
    Damaged,

    /// <summary>An archive.</summary>
    Archive,

    /// <summary>A program or script.</summary>
    Executable,

    /// <summary>HTML, SVG or the like, which a browser would run.</summary>
    ActiveContent,

    /// <summary>Office macros.</summary>
    Macro,

    /// <summary>An embedded object or attachment that nobody can check.</summary>
    Embedded,

    /// <summary>Content that is fetched from elsewhere when opened.</summary>
    External,

    /// <summary>Needs a password.</summary>
    Encrypted,

    /// <summary>A PDF that runs scripts, starts programs or sends data.</summary>
    PdfAction,

    /// <summary>Two formats in one file.</summary>
    Polyglot,

    /// <summary>Unpacks to far more than it is.</summary>
    Bomb,

    /// <summary>Binary data under the name of a text.</summary>
    NotText,
}
