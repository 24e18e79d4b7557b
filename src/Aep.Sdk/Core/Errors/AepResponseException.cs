namespace Aep.Sdk;

/// <summary>A success status with a body that cannot be read: the answer is not what the operation promises.</summary>
public sealed class AepResponseException(AepErrorDetails details, Exception? innerException = null)
    : AepRequestException(details, innerException);
