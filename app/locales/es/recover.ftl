# El camino de vuelta para quien ha perdido con qué entrar.

recover-link = No puedo entrar
recover-title = No puedo entrar
recover-sign-in = Volver a la entrada
recover-back = Volver a qué perdió
recover-what = ¿Qué ha perdido?
recover-slow = Por su seguridad, esto tarda 24 horas. Le avisamos por correo y por mensaje de que ha empezado.
recover-password = Olvidé mi contraseña
recover-password-about = Todavía tiene su aplicación, o un código de reserva en papel.
recover-app = Perdí mi teléfono o mi aplicación
recover-app-about = Todavía sabe su contraseña.
recover-both = No tengo ninguna de las dos
recover-both-about = Le ayudamos en una oficina o por teléfono.

recover-password-what = Muéstrenos con un código que es usted. Después de 24 horas elige una contraseña nueva.
recover-code = Código de su aplicación, o código de reserva
recover-code-hint = Seis cifras de su aplicación, o 16 letras y cifras del papel.
recover-app-paper = ¿Tiene un código de reserva en papel? Entonces entre con él y ponga enseguida una aplicación nueva.
recover-app-what = Si no, muéstrenos con su contraseña que es usted. Después de 24 horas pone una aplicación nueva.
recover-begin = Empezar

recover-both-what = Antes de empezar tenemos que ver quién es usted. Eso no se puede hacer por internet.
recover-both-1 = Venga a una oficina con su pasaporte o documento de identidad. O llámenos.
recover-both-2 = Comprobamos que es usted y le damos un código en papel.
recover-both-3 = Le mandamos un enlace. Después de 24 horas, el enlace y el código le dejan entrar.

recover-sent-title = Busque nuestro mensaje
recover-sent-what = Si todo estaba bien, le llega un enlace por correo y por mensaje.
recover-sent-1 = Abra el enlace. Dice desde cuándo puede seguir.
recover-sent-2 = Después de 24 horas, ábralo otra vez y muéstrenos de nuevo que es usted.
recover-sent-3 = Después ponga algo nuevo en lugar de lo que perdió.
recover-sent-none = ¿Ningún mensaje en diez minutos?
recover-sent-none-text = Entonces algo no estaba bien, o todo lo suyo está bloqueado. Inténtelo otra vez o llámenos. Nunca decimos qué parte estaba mal.
recover-again = Intentarlo otra vez

recover-waiting-title = Su camino de vuelta
recover-waiting = Puede seguir desde { $when }. Abra entonces otra vez este enlace.
recover-waiting-why = La espera es por su seguridad. Si no fue usted, tiene tiempo de pararlo.
recover-open-title = Ya puede seguir
recover-open = Han pasado las 24 horas. Este enlace vale hasta { $when }.
recover-stop-title = ¿No fue usted?
recover-stop-text = Párelo con una pulsación. Todavía no ha cambiado nada.
recover-stop = Pararlo
recover-cancelled-title = Se ha parado
recover-cancelled = No ha cambiado nada. Si lo pidió otra persona, sabe su contraseña o tuvo su teléfono en la mano. Entre, cambie su contraseña y llámenos.
recover-finished-title = Ya está hecho
recover-finished = Hay algo nuevo en lugar de lo que se perdió. ¿No fue usted? Llámenos enseguida.
recover-dead-title = Este enlace ya no vale
recover-dead = Es demasiado viejo, u otro más nuevo ocupa su lugar. Busque nuestro último mensaje o empiece de nuevo.

recover-proof-title = Muéstrenos que es usted
recover-proof-code = Lo mismo que al empezar: un código de su aplicación, o uno de reserva.
recover-proof-password = Lo mismo que al empezar: su contraseña.
recover-proof-handed = Escriba el código que le dimos en papel o por teléfono.
recover-handed = Código del banco
recover-handed-hint = 16 letras y cifras, como 0a1b-2c3d-4e5f-6g7h.

recover-new-title = Elija una manera nueva de entrar
recover-new-app = Aplicación de códigos nueva
recover-new-after = No cambia nada antes de pulsar el botón. Después se sale en todos los aparatos.
recover-save = Guardar
recover-done-title = Ya puede entrar
recover-done-what = Ya puede entrar. Después mire sus llaves y quite la de cualquier aparato que perdió.
recover-done-held-title = Las personas nuevas esperan
recover-done-held = Por su seguridad, solo puede pagar a alguien nuevo desde { $when }. A quien ya pagó antes, puede pagarle ahora.

recover-notice-title = Alguien ha pedido un camino de vuelta a sus cuentas
recover-notice-waiting = Fue { $since }. Desde { $when } podría cambiar cómo entra usted. ¿No fue usted? Párelo.
recover-notice-open = Fue { $since }. Ya puede cambiar cómo entra usted. ¿No fue usted? Párelo.

event-recovery-started = Se pidió un camino de vuelta
event-recovery-cancelled = Se paró el camino de vuelta
event-recovery-finished = Alguien volvió a entrar
notice-recovery-started = Banyan: alguien ha pedido una manera nueva de entrar en sus cuentas. ¿Fue usted? Siga a partir del { $when }: { $link } ¿No fue usted? Abra ese enlace y pulse «Pararlo», o llame al número de su tarjeta.
notice-recovery-cancelled = Banyan: el camino de vuelta se ha parado. No ha cambiado nada.
notice-recovery-finished = Banyan: ya puede entrar, y aquello con lo que entra es nuevo. Hasta { $when } no se paga a nadie nuevo. ¿No fue usted? Llámenos enseguida.
