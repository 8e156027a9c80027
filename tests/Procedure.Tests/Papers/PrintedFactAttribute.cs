namespace WorkflowAccountability.Procedure.Tests.Papers;

/// <summary>A test that prints with LibreOffice: only where a folder is named for what is printed, which <c>./scripts/print-documents</c> does.</summary>
internal sealed class PrintedFactAttribute : FactAttribute
{
    public PrintedFactAttribute()
    {
        if (PrintedPapers.Folder is null)
            Skip = "LibreOffice prints every document in ./scripts/print-documents; it takes too long for every run";
        else if (!PrintedPapers.HasTools)
            Skip = "LibreOffice (soffice) or poppler (pdfinfo, pdftotext) is not installed here";
    }
}
